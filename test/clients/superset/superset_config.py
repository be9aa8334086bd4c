"""Superset's configuration: its own metadata are in the file $SUPERSET_METADATA, and nothing is cached."""

import os

SECRET_KEY = "only for tests, on this machine, of no secret"
SQLALCHEMY_DATABASE_URI = f"sqlite:///{os.environ['SUPERSET_METADATA']}?check_same_thread=false"
WTF_CSRF_ENABLED = False
RATELIMIT_ENABLED = False
TALISMAN_ENABLED = False
FAB_ADD_SECURITY_API = False
FEATURE_FLAGS = {"ENABLE_TEMPLATE_PROCESSING": True, "ESTIMATE_QUERY_COST": True, "ROW_LEVEL_SECURITY": True}
LOG_LEVEL = "ERROR"
SQLLAB_TIMEOUT = 600
