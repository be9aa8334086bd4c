{{ config(materialized='materialized_view', indexes=[{'columns': ['customer_id'], 'unique': true}]) }}
SELECT customer_id, sum(amount) AS total FROM {{ source('shop', 'raw_orders') }} GROUP BY customer_id
