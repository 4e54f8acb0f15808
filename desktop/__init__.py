"""Everything below the screen: domain, services, store. No Qt, no reportlab."""
