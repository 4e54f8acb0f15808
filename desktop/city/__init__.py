"""The city's end of the line: enrols windows, publishes the catalogue, collects what the stores hold, answers. No Qt.

It runs beside an ordinary store and an ordinary database (SQLite, PostgreSQL); nobody connects to it.
"""
