"""pgAdmin 4 as its own web client has it: its application within this process, asked through its routes. Its settings and its list
of servers are in a folder of its own, which is gone afterwards."""

import atexit
import builtins
import importlib.util
import json
import os
import shutil
import sys
import tempfile
import types

folder = tempfile.mkdtemp()
atexit.register(shutil.rmtree, folder, True)
package = importlib.util.find_spec("pgadmin4").submodule_search_locations[0]
sys.path.insert(0, package)
builtins.SERVER_MODE = False
settings = types.ModuleType("config_local")
settings.SERVER_MODE = False
settings.DATA_DIR = folder
settings.LOG_FILE = f"{folder}/pgadmin4.log"
settings.SQLITE_PATH = f"{folder}/pgadmin4.db"
settings.SESSION_DB_PATH = f"{folder}/sessions"
settings.STORAGE_DIR = f"{folder}/storage"
settings.AZURE_CREDENTIAL_CACHE_DIR = f"{folder}/azure"
settings.KERBEROS_CCACHE_DIR = f"{folder}/kerberos"
settings.CONSOLE_LOG_LEVEL = 50
settings.FILE_LOG_LEVEL = 50
settings.UPGRADE_CHECK_ENABLED = False
settings.MASTER_PASSWORD_REQUIRED = False
settings.USE_OS_SECRET_STORAGE = False
sys.modules["config_local"] = settings

import config  # noqa: E402
import setup  # noqa: E402
from pgadmin import create_app  # noqa: E402
from pgadmin.model import SCHEMA_VERSION  # noqa: E402

config.SETTINGS_SCHEMA_VERSION = SCHEMA_VERSION
app = create_app()
app.config["sessions"] = {}
setup.setup_db(app)
app.PGADMIN_EXTERNAL_AUTH_SOURCE = "internal"
app.PGADMIN_RUNTIME = False
app.PGADMIN_INT_KEY = ""
app.run_before_app_start()
app.config["WTF_CSRF_ENABLED"] = False
client = app.test_client()


def ask(method, url, body=None):
    """The status and the answer, from JSON where it is that."""
    more = {} if body is None else {"data": json.dumps(body), "content_type": "application/json"}
    response = getattr(client, method)(url, **more)
    return response.status_code, response.get_json(silent=True) or response.get_data(as_text=True)
