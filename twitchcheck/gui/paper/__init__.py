"""What goes on paper: pages, pictures on them, the print server, name and paper size. Uses widgets and look."""
