SELECT c.id, c.name, count(o.id) AS orders
FROM {{ ref('raw_customers') }} c LEFT JOIN {{ ref('raw_orders') }} o ON o.customer_id = c.id
GROUP BY c.id, c.name
