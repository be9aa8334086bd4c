"""Apache Superset as a library: its web application in this process, asked over its REST API as its own pages ask it, so that
all it sends to the server is its own: connecting, what SQL Lab and the dataset editor list, datasets, SQL Lab, charts, the cost
of a query and its cancelling.

Needs PGURL, SERVER, SUPERSET_CONFIG_PATH and requirements.txt. Prints a line a failed check and a last line "N passed, N failed".
"""

import os
import sys
from urllib.parse import urlsplit

from superset.app import create_app

app = create_app()  # before what imports its models
with app.app_context():
    import charts
    import checks
    import connecting
    import datasets
    import sql_lab
    from client import Superset
    from shop import Shop

    superset = Superset(app, urlsplit(os.environ["PGURL"]))
    shop = Shop(superset.address)
    for module in (connecting, datasets, sql_lab, charts):
        for test in module.TESTS:
            checks.section(test)(superset, shop)
    shop.close()
print(f"{checks.passed} passed, {checks.failed} failed")
sys.exit(checks.failed > 0)
