"""The audit is kept by the database itself: no statement changes or deletes an entry."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_ACTIONS = ("update", "delete")


def upgrade() -> None:
    # A migration that rebuilds audit_entries on SQLite must drop these first and make them again.
    if op.get_bind().dialect.name == "sqlite":
        for action in _ACTIONS:
            op.execute(
                f"CREATE TRIGGER audit_keeps_{action} BEFORE {action} ON audit_entries "
                "BEGIN SELECT RAISE(ABORT, 'audit entries are never touched again'); END"
            )
        return
    op.execute(
        "CREATE FUNCTION audit_keeps() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'audit entries are never touched again'; END $$"
    )
    op.execute(
        "CREATE TRIGGER audit_keeps BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entries "
        "FOR EACH STATEMENT EXECUTE FUNCTION audit_keeps()"
    )


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for action in _ACTIONS:
            op.execute(f"DROP TRIGGER audit_keeps_{action}")
        return
    op.execute("DROP TRIGGER audit_keeps ON audit_entries")
    op.execute("DROP FUNCTION audit_keeps()")
