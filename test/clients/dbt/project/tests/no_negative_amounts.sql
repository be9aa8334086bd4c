SELECT * FROM {{ ref('paid') }} WHERE amount < 0
