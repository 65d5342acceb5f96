"""The assistant: channels, dialogs and the turn that ties them together."""
