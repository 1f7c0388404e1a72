"""`python -m twitchcheck`."""

import sys

from twitchcheck.app import main

sys.exit(main())
