"""What must hold. The folders mirror skill/ and content/."""
