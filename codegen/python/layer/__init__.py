"""What the resources share: retries, pages, idempotency keys and problems."""
