{{ config(materialized='table', indexes=[{'columns': ['id'], 'unique': true}, {'columns': ['customer_id'], 'type': 'hash'}]) }}
SELECT id, customer_id, amount FROM {{ ref('recent') }} WHERE status = 'paid'
