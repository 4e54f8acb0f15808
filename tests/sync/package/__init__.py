"""Packages on USB sticks: real files on real small file systems."""
