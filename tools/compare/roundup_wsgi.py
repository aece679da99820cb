"""The WSGI application of the tracker that TRACKER names, kept open between requests, as roundup's own guide advises."""

import os

from roundup.cgi.wsgi_handler import RequestDispatcher

application = RequestDispatcher(os.environ["TRACKER"], feature_flags={"cache_tracker": ""})
