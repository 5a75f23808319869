package vn.toancanh.layouts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.toancanh.layouts.ScreenReader.Head;
import vn.toancanh.model.Layout;
import vn.toancanh.model.Layout.Scope;

/** Reads a file of layouts; whatever is wrong with it is told with its place, and nothing is thrown. */
public final class LayoutReader {
    /** The format that is written, and the newest that is read. */
    public static final int FORMAT = 1;

    /** The largest file that is read, bytes. */
    public static final int LARGEST = 1 << 20;

    static final int LONGEST_NAME = 100;

    private static final Map<String, Scope> SCOPES =
            Map.of("private", Scope.PRIVATE, "role", Scope.ROLE, "global", Scope.CITY);

    /** What a server adds to a layout that it tells. */
    private static final List<String> SERVERS_OWN = List.of("id", "version", "modifiedBy", "modifiedAt", "own");

    /**
     * What came of it.
     *
     * @param text empty where there are faults
     * @param faults in the order of the file
     */
    public record Read(Optional<WallText> text, List<Fault> faults) {
        public Read {
            faults = List.copyOf(faults);
        }

        private static Read wrong(Fault fault) {
            return new Read(Optional.empty(), List.of(fault));
        }
    }

    private final Faults faults = new Faults();

    private LayoutReader() {}

    /** Reads a file. Blocks. */
    public static Read read(Path file) {
        byte[] bytes;
        // A pipe of that name would be waited for without end.
        if (!Files.isRegularFile(file)) {
            return Read.wrong(Fault.at(Spot.WHOLE, instead(file)));
        }
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LARGEST + 1);
        } catch (IOException unreadable) {
            return Read.wrong(Fault.at(Spot.WHOLE, "layouts.unreadable"));
        }
        return read(bytes);
    }

    /** Reads UTF-8, with or without a byte order mark. */
    public static Read read(byte[] bytes) {
        if (bytes.length > LARGEST) {
            return Read.wrong(Fault.at(Spot.WHOLE, "layouts.large", LARGEST >> 10));
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        // As if more might come: what is left over then is the beginning of a character.
        if (StandardCharsets.UTF_8.newDecoder().decode(in, out, false).isError()) {
            return Read.wrong(Fault.at(Spot.WHOLE, "layouts.notUtf8"));
        }
        if (in.hasRemaining()) {
            return Read.wrong(Fault.at(Spot.WHOLE, "layouts.cutOff"));
        }
        return read(out.flip().toString());
    }

    /** What is there where no file is. */
    private static String instead(Path file) {
        if (Files.isDirectory(file)) {
            return "layouts.folder";
        }
        return Files.notExists(file) ? "layouts.noFile" : "layouts.unreadable";
    }

    /** Reads a text. */
    public static Read read(String text) {
        try {
            Node root = Nodes.read(text.startsWith("\uFEFF") ? text.substring(1) : text);
            return new LayoutReader().read(root);
        } catch (Unreadable fault) {
            return Read.wrong(fault.fault());
        }
    }

    private Read read(Node root) {
        if (!(root instanceof Node.Fields fields)) {
            return Read.wrong(Fault.at(root.spot(), "layouts.notLayout"));
        }
        Form form = new Form(fields, faults);
        Optional<Node> format = form.find("format");
        OptionalInt said = format.isPresent() && format.get() instanceof Node.Scalar scalar
                ? scalar.whole()
                : OptionalInt.of(FORMAT);
        if (said.isPresent() && said.getAsInt() > FORMAT) {
            // Whatever else looks wrong in it may be right there.
            return Read.wrong(Fault.at(format.orElseThrow().spot(), "layouts.newer", said.getAsInt(), FORMAT));
        }
        form.whole("format", 1, FORMAT, FORMAT);
        Optional<String> name = form.text("name", LONGEST_NAME);
        Scope scope = form.word("scope", SCOPES, Scope.PRIVATE);
        List<WallText.Screen> screens = screens(form, new Head(name.orElse(""), scope));
        form.done();
        Optional<WallText> text =
                faults.count() == 0 ? Optional.of(new WallText(name.orElseThrow(), scope, screens)) : Optional.empty();
        return new Read(
                text,
                faults.all().stream()
                        .sorted(Comparator.comparingInt(Fault::line).thenComparingInt(Fault::column))
                        .toList());
    }

    private List<WallText.Screen> screens(Form form, Head head) {
        ScreenReader reader = new ScreenReader(faults);
        List<WallText.Screen> screens = new ArrayList<>();
        if (!form.has("screens")) {
            if (form.has(ScreenReader.CELLS)) {
                form.passOver(SERVERS_OWN);
            }
            form.passOver(List.of("screens"));
            reader.read(form, head).ifPresent(layout -> screens.add(new WallText.Screen(1, layout)));
            return screens;
        }
        Set<Integer> numbers = new HashSet<>();
        for (Node item : form.items("screens", WallText.MOST_SCREENS)) {
            Node.@Nullable Fields fields = Form.fields(item, "screens", faults).orElse(null);
            if (fields == null) {
                continue;
            }
            Form each = new Form(fields, faults);
            OptionalInt number = each.whole("number", 1, WallText.MOST_SCREENS);
            Optional<Layout> layout = reader.read(each, head);
            each.done();
            if (number.isPresent() && !numbers.add(number.getAsInt())) {
                faults.add(fields.spot(), "layouts.screenTwice", number.getAsInt());
            } else if (number.isPresent() && layout.isPresent()) {
                screens.add(new WallText.Screen(number.getAsInt(), layout.get()));
            }
        }
        screens.sort(Comparator.comparingInt(WallText.Screen::number));
        return screens;
    }
}
