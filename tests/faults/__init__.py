"""Faults made on purpose: kills, failing disks, power cuts, many writers; and whether anything is lost."""
