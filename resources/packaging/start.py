"""What the bundled program runs."""

import sys

from twitchcheck.app import main

sys.exit(main())
