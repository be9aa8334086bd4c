{{ config(materialized='incremental', incremental_strategy='append') }}
SELECT id, amount, at FROM {{ source('shop', 'raw_orders') }}
{% if is_incremental() %}WHERE id > (SELECT max(id) FROM {{ this }}){% endif %}
