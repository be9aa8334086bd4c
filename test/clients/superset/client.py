"""Superset's REST API as its own pages use it, without a socket: the user admin's browser."""

import itertools

import prison


class Superset:
    def __init__(self, app, url):
        self.address = {
            "host": url.hostname,
            "port": url.port,
            "database": url.path[1:],
            "username": url.username,
            "password": url.password or "",
        }
        self.browser = app.test_client()
        form = {"username": "admin", "password": "admin"}
        assert self.browser.post("/login/", data=form).status_code == 302, "Superset's login"
        self.client_ids = (f"query-{n:05}" for n in itertools.count())
        self.database_id = None

    @property
    def uri(self):
        return "postgresql+psycopg2://{username}:{password}@{host}:{port}/{database}".format(**self.address)

    def get(self, path, query=None, **parameters):
        """The JSON of an answer, with its status; `query` goes as Superset's pages send it, in rison."""
        if query is not None:
            parameters["q"] = prison.dumps(query)
        return self._read(self.browser.get(address(path), query_string=parameters))

    def post(self, path, body):
        return self._read(self.browser.post(address(path), json=body))

    def put(self, path, body):
        return self._read(self.browser.put(address(path), json=body))

    def delete(self, path):
        return self._read(self.browser.delete(address(path)))

    @staticmethod
    def _read(response):
        body = response.get_json()
        return {"status": response.status_code, **(body if isinstance(body, dict) else {"result": body})}

    def sql(self, sql, **more):
        """What SQL Lab's button RUN does."""
        return self.post(
            "sqllab/execute/",
            {
                "database_id": self.database_id,
                "sql": sql,
                "client_id": next(self.client_ids),
                "queryLimit": 1000,
                "schema": "public",
                "runAsync": False,
                **more,
            },
        )

    def dataset(self, table_name, sql=None, schema="public"):
        """A new dataset's id."""
        body = {"database": self.database_id, "schema": schema, "table_name": table_name}
        answer = self.post("dataset/", body if sql is None else {**body, "sql": sql})
        assert answer["status"] == 201, answer
        return answer["id"]

    def chart(self, dataset_id, result_type="full", **query):
        """The rows that a chart with one query shows, or the whole answer where that is an error."""
        answer = self.post(
            "chart/data",
            {
                "datasource": {"id": dataset_id, "type": "table"},
                "force": True,
                "queries": [{"row_limit": 1000, "orderby": [], "filters": [], "extras": {}, **query}],
                "result_format": "json",
                "result_type": result_type,
            },
        )
        return answer["result"][0]["data"] if answer["status"] == 200 and result_type == "full" else answer


def address(path):
    return path if path.startswith("/") else f"/api/v1/{path}"


def message(answer):
    """An error as a page shows it."""
    if "errors" in answer:
        return answer["errors"][0]["message"]
    return answer.get("message")
