package vn.toancanh.app.command;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.toancanh.app.command.CommandLines.WrongValue;
import vn.toancanh.base.Fingerprint;
import vn.toancanh.base.Language;
import vn.toancanh.base.Texts;

/** Options that every command has. */
@Command
final class Common {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by the library before anything is called
    CommandSpec spec;

    @Option(names = "--lang", paramLabel = "vi|en", descriptionKey = "wall.lang")
    @Nullable
    Language language;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "wall.help")
    boolean help;

    /** Refuses a number outside a range. */
    void within(Texts texts, String option, long value, long least, long most) {
        if (value < least || value > most) {
            throw new WrongValue(
                    line(),
                    texts.get(
                            "app.outOfRange", option, Long.toString(value), Long.toString(least), Long.toString(most)));
        }
    }

    /** Refuses what is no file that can be read; a pipe may stand for one. */
    void readable(Texts texts, Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new WrongValue(line(), texts.get("app.unreadable", file.toString()));
        }
    }

    /** What a text file holds; refuses one that is not UTF-8. */
    String text(Texts texts, Path file) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException other) {
            throw wrong(texts.get("app.notUtf8", file.toString()));
        } catch (IOException unreadable) {
            throw wrong(texts.get("app.unreadable", file.toString()));
        }
    }

    /** Refuses a folder that can be neither written to nor made. */
    void writable(Texts texts, Path folder) {
        Path there = folder.toAbsolutePath().normalize();
        while (Files.notExists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        if (!Files.isDirectory(there) || !Files.isWritable(there)) {
            throw wrong(texts.get("app.unwritable", folder.toString()));
        }
    }

    /** Reads a fingerprint; refuses what is none. */
    Optional<Fingerprint> pin(Texts texts, @Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        Optional<Fingerprint> read = Fingerprint.read(text);
        if (read.isEmpty()) {
            throw wrong(texts.get("app.badValue", "--pin", text));
        }
        return read;
    }

    WrongValue wrong(String message) {
        return new WrongValue(line(), message);
    }

    private CommandLine line() {
        return spec.commandLine();
    }
}
