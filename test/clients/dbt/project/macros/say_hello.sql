{% macro say_hello() %}
  {% do log(run_query('SELECT 1 AS hello').columns[0].values()) %}
{% endmacro %}
