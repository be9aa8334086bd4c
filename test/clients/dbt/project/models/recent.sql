{{ config(materialized='ephemeral') }}
SELECT * FROM {{ ref('raw_orders') }} WHERE at >= '2024-01-01'
