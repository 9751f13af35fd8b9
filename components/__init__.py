"""What readers see: charts, captions, downloads, briefings, pages."""
