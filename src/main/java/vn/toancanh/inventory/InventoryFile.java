package vn.toancanh.inventory;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;
import vn.toancanh.model.CameraEntry;
import vn.toancanh.model.Site;

/**
 * Reads and writes a list of cameras. When read: GeoJSON where the first sign is a brace, CSV otherwise. UTF-8, or UTF-16 with a byte-order
 * mark. The file is read once, record by record; nothing outside it is touched.
 */
public final class InventoryFile {
    /** Cameras at most. */
    static final int MOST_ENTRIES = 200_000;

    private static final long LARGEST = 256L << 20;

    private InventoryFile() {}

    /**
     * Reads all of it, going on after what is wrong.
     *
     * @throws FailureException NOT_FOUND, or RESOURCES where the file cannot be read or is larger than 256 MiB
     */
    public static InventoryResult read(Path file) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            if (Files.size(file) > LARGEST) {
                throw new FailureException(Failure.of(Failure.Kind.RESOURCES, file + " is larger than " + LARGEST)
                        .withText("inventory.fileTooLarge", file.toString(), LARGEST >> 20));
            }
            return read(in);
        } catch (NoSuchFileException missing) {
            throw new FailureException(Failure.of(Failure.Kind.NOT_FOUND, "no file " + file, missing)
                    .withText("inventory.noFile", file.toString()));
        } catch (IOException unreadable) {
            throw new FailureException(Failure.of(Failure.Kind.RESOURCES, "cannot read " + file, unreadable)
                    .withText("inventory.unreadable", file.toString()));
        }
    }

    /**
     * Writes cameras as CSV that {@link #read(Path)} reads again, with their passwords: whoever opens {@code to} lets nobody
     * else read it. Closes it.
     */
    public static void write(List<Site> sites, List<CameraEntry> entries, Writer to) throws IOException {
        new CsvListWriter(sites).write(entries, to);
    }

    static InventoryResult read(InputStream in) throws IOException {
        Problems problems = new Problems();
        SiteTree sites = new SiteTree();
        EntryReader entries = new EntryReader(problems, sites);
        try (Reader text = reader(in)) {
            if (firstSign(text) == '{') {
                new GeoJsonReader(problems, entries).read(text);
            } else {
                new CsvListReader(problems, entries).read(text);
            }
        } catch (CharacterCodingException notText) {
            problems.add("", "inventory.notUtf8");
        }
        List<Problem> found = problems.list();
        return new InventoryResult(sites.sites(), entries.entries(), entries.lines(), found);
    }

    private static Reader reader(InputStream in) throws IOException {
        in.mark(4);
        int first = in.read();
        int second = in.read();
        int third = in.read();
        in.reset();
        Charset charset = StandardCharsets.UTF_8;
        if (first == 0xEF && second == 0xBB && third == 0xBF) {
            in.skipNBytes(3);
        } else if ((first == 0xFE && second == 0xFF) || (first == 0xFF && second == 0xFE)) {
            charset = StandardCharsets.UTF_16;
        }
        return new BufferedReader(new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    /** The first sign that is not blank, left unread with what stands before it; -1 where there is none near. */
    private static int firstSign(Reader text) throws IOException {
        text.mark(4096);
        int sign = ' ';
        for (int read = 0; read < 4000 && sign >= 0 && Character.isWhitespace(sign); read++) {
            sign = text.read();
        }
        text.reset();
        return sign;
    }
}
