-- Reading and writing one row of any of the domain's tables: a branch for each, so that its plan is kept.

do $make$
declare
    reading text;
    locking text;
    inserting text;
    updating text;
    locking_many text;
    touching text;
begin
    select
        string_agg(format(
            'when %1$L then if row_id ~ %3$L then return (select to_jsonb(t) from %1$I t where t.id = row_id::%2$s); end if;',
            m.name, m.id_type, m.id_form
        ), E'\n'),
        string_agg(format(
            'when %1$L then select to_jsonb(t) into found_row from %1$I t where t.id = row_id::%2$s for no key update;',
            m.name, m.id_type
        ), E'\n'),
        string_agg(format(
            'when %1$L then insert into %1$I as t select r.* from jsonb_populate_record(null::%1$I, given) r'
            ' returning to_jsonb(t) into after;',
            m.name
        ), E'\n'),
        string_agg(format(
            'when %1$L then update %1$I t set (%3$s) = (select %4$s from jsonb_populate_record(t, given) r)'
            ' where t.id = row_id::%2$s returning to_jsonb(t) into after;',
            m.name, m.id_type,
            (select string_agg(quote_ident(a.attname), ', ') from pg_attribute a
             where a.attrelid = m.name::regclass and a.attnum > 0 and not a.attisdropped and a.attname <> 'id'),
            (select string_agg('r.' || quote_ident(a.attname), ', ') from pg_attribute a
             where a.attrelid = m.name::regclass and a.attnum > 0 and not a.attisdropped and a.attname <> 'id')
        ), E'\n')
    into reading, locking, inserting, updating
    from meta_table m;
    select
        string_agg(format(
            'when %1$L then perform from %1$I t where t.id = any (ids::%2$s[]) order by t.id for no key update;',
            m.name, m.id_type
        ), E'\n'),
        string_agg(format(
            'when %1$L then update %1$I t set last_act = act_id where t.id = any (ids::%2$s[]) and t.last_act <> act_id;',
            m.name, m.id_type
        ), E'\n')
    into locking_many, touching
    from meta_table m where m.lock_order is not null;
    execute format($code$
        create function row_now(tab text, row_id text) returns jsonb language plpgsql stable as
        $$
        begin
            case tab
                %s
                else null;
            end case;
            return null;
        end
        $$
    $code$, reading);
    execute format($code$
        create function locked_row(tab text, row_id text) returns jsonb language plpgsql as
        $$
        declare found_row jsonb;
        begin
            case tab
                %s
            end case;
            return found_row;
        end
        $$
    $code$, locking);
    execute format($code$
        create function insert_row(tab text, given jsonb) returns jsonb language plpgsql as
        $$
        declare after jsonb;
        begin
            case tab
                %s
            end case;
            return after;
        end
        $$
    $code$, inserting);
    execute format($code$
        create function update_row(tab text, row_id text, given jsonb) returns jsonb language plpgsql as
        $$
        declare after jsonb;
        begin
            case tab
                %s
            end case;
            return after;
        end
        $$
    $code$, updating);
    execute format($code$
        create function lock_rows(tab text, ids text[]) returns void language plpgsql as
        $$
        begin
            case tab
                %s
            end case;
        end
        $$
    $code$, locking_many);
    execute format($code$
        create function touch_rows(tab text, ids text[], act_id uuid) returns void language plpgsql as
        $$
        begin
            case tab
                %s
            end case;
        end
        $$
    $code$, touching);
end
$make$;
