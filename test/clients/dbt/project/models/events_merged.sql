{{ config(materialized='incremental', incremental_strategy='merge', unique_key='id') }}
SELECT id, amount, at FROM {{ source('shop', 'raw_orders') }}
