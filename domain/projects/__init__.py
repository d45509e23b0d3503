"""Where a project stands on its way from requirements to contract."""
