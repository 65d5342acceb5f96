"""Work over many circles, done beside the chat as a job."""
