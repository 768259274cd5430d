"""What each button and select does; `bot.cogs.buttons` says which action in a custom id leads to which."""
