package vn.toancanh.server.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One connection in one transaction, with parameters bound by place. Belongs to the thread that was given it. */
public final class Sql {
    /** Makes a value of a row. */
    @FunctionalInterface
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    private interface Use<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    private final Statements statements;
    private final List<Runnable> afterCommit = new ArrayList<>();
    private final List<Runnable> afterwards = new ArrayList<>();

    Sql(Statements statements) {
        this.statements = statements;
    }

    /** One that failed is not used again: a connection that has lost its disk ends with errors of its own. */
    private <T> T use(String sql, Use<T> work) throws SQLException {
        PreparedStatement statement = statements.take(sql);
        boolean well = false;
        try {
            T result = work.of(statement);
            well = true;
            return result;
        } finally {
            if (well) {
                statements.giveBack(sql, statement);
            } else {
                statement.close();
            }
        }
    }

    /** A statement to be run many times; the caller closes it. */
    public PreparedStatement prepare(String sql) throws SQLException {
        return statements.connection().prepareStatement(sql);
    }

    /** Runs a change and tells how many rows it touched. */
    public int change(String sql, @Nullable Object... values) throws SQLException {
        return use(sql, statement -> {
            bind(statement, values);
            return statement.executeUpdate();
        });
    }

    public <T> List<T> list(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
        return listWhile(any -> true, sql, row, values);
    }

    /** The same up to the first that {@code more} says no of, with that one; the rows after it are not read. */
    public <T> List<T> listWhile(Predicate<T> more, String sql, Row<T> row, @Nullable Object... values)
            throws SQLException {
        return use(sql, statement -> {
            bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> all = new ArrayList<>();
                boolean wanted = true;
                while (wanted && rows.next()) {
                    T next = row.of(rows);
                    all.add(next);
                    wanted = more.test(next);
                }
                return all;
            }
        });
    }

    public <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
        List<T> all = list(sql, row, values);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getFirst());
    }

    /** The first column of the first row; 0 where there is none or it is null. */
    public long number(String sql, @Nullable Object... values) throws SQLException {
        return first(sql, row -> row.getLong(1), values).orElse(0L);
    }

    /** Binds values to a statement's places, from the first. */
    public static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    /** Work for when the transaction stands on disk; runs in the order of the commits, on the thread that wrote. */
    public void afterCommit(Runnable work) {
        afterCommit.add(work);
    }

    /** Work that may take longer, for when the transaction stands and others may write again; on the thread that wrote, in no order with other commits. */
    public void afterwards(Runnable work) {
        afterwards.add(work);
    }

    List<Runnable> committed() {
        return afterCommit;
    }

    List<Runnable> released() {
        return afterwards;
    }
}
