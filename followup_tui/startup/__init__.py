"""All that is done for a quick start, and nothing else."""
