"""The method as rules: plan, steps, follow-up, agenda and timelines."""
