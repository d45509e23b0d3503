"""The look of the front door: plain HTML forms for people who are not signed in yet."""
