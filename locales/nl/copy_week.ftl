copy-week-nothing = Er is niets over te nemen van { $period } voor { $recipient }: wat vaker terugkomt, staat er al.
