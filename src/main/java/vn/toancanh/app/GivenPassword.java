package vn.toancanh.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Secret;

/** The password that a person's file holds: its first line, in UTF-8. */
public final class GivenPassword {
    /** Editors on Windows put one before the text; nobody has typed it. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private GivenPassword() {}

    /**
     * Reads it. Blocks.
     *
     * @throws FailureException BAD_INPUT where the file cannot be read, is no UTF-8, or holds no password
     */
    public static Secret read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            String first = lines.isEmpty() ? "" : lines.getFirst();
            String password = first.startsWith(BYTE_ORDER_MARK) ? first.substring(1) : first;
            if (password.isEmpty()) {
                throw new FailureException(Failure.of(Failure.Kind.BAD_INPUT, file + " holds no password")
                        .withText("app.emptyPassword", file.toString()));
            }
            return Secret.of(password);
        } catch (IOException unreadable) {
            throw new FailureException(Failure.of(Failure.Kind.BAD_INPUT, "cannot read " + file, unreadable)
                    .withText("app.unreadable", file.toString()));
        }
    }
}
