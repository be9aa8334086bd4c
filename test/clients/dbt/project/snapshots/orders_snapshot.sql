{% snapshot orders_snapshot %}
{{ config(target_schema='marts', unique_key='id', strategy='check', check_cols=['amount', 'status']) }}
SELECT * FROM {{ source('shop', 'raw_orders') }}
{% endsnapshot %}
