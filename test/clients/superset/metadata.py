"""Makes Superset's own database: its tables as they are now (its hundreds of migrations are not what is tried here), its
roles and rights, and the user admin. `python metadata.py FILE`, with SUPERSET_METADATA=FILE."""

import os
import sys

target = sys.argv[1]
os.environ["SUPERSET_METADATA"] = f"{target}.{os.getpid()}"

from superset.app import create_app  # noqa: E402: it reads the environment

app = create_app()
with app.app_context():
    from flask_appbuilder import Model
    from superset import appbuilder, db, security_manager

    Model.metadata.create_all(db.engine)
    appbuilder.add_permissions(update_perms=True)
    security_manager.sync_role_definitions()
    admin = security_manager.find_role("Admin")
    assert security_manager.add_user("admin", "Ada", "Admin", "admin@example.org", admin, password="admin")
    db.engine.dispose()
os.rename(os.environ["SUPERSET_METADATA"], target)
