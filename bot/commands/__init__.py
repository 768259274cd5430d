"""The command line, by what its commands are about; each begins by asking the composition root."""
