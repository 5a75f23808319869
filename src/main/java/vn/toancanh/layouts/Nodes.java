package vn.toancanh.layouts;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;

/**
 * Takes a YAML 1.2 text apart, event by event, without anything that makes YAML dangerous or hard to read: no anchors and aliases, no
 * tags, no name twice, one document, bounded in depth and number. JSON is YAML.
 */
final class Nodes {
    static final int MOST_DEPTH = 16;
    static final int MOST_NODES = 100_000;

    private final String text;
    private final Iterator<Event> events;
    private int nodes;

    private Nodes(String text) {
        this.text = text;
        LoadSettings settings = LoadSettings.builder()
                .setLabel("layout")
                .setCodePointLimit(LayoutReader.LARGEST)
                .build();
        this.events = new Parse(settings).parseString(text).iterator();
    }

    static Node read(String text) throws Unreadable {
        if (text.isBlank()) {
            throw new Unreadable(Fault.at(Spot.WHOLE, "layouts.empty"));
        }
        return new Nodes(text).document();
    }

    private Node document() throws Unreadable {
        next();
        Event begins = next();
        if (begins.getEventId() == Event.ID.StreamEnd) {
            throw new Unreadable(Fault.at(Spot.WHOLE, "layouts.onlyComments"));
        }
        Node root = node(next(), 1);
        next();
        Event more = next();
        if (more.getEventId() != Event.ID.StreamEnd) {
            throw fault(more, "layouts.documents");
        }
        return root;
    }

    private Node node(Event event, int depth) throws Unreadable {
        boolean tagged = (event instanceof ScalarEvent scalar && scalar.getTag().isPresent())
                || (event instanceof CollectionStartEvent some && some.getTag().isPresent());
        boolean anchored = event instanceof NodeEvent some && some.getAnchor().isPresent();
        if (tagged || anchored) {
            throw fault(event, "layouts.anchor");
        }
        if (++nodes > MOST_NODES) {
            throw fault(event, "layouts.many", MOST_NODES);
        }
        if (depth > MOST_DEPTH) {
            throw fault(event, "layouts.deep", MOST_DEPTH);
        }
        return switch (event.getEventId()) {
            case Scalar -> scalar((ScalarEvent) event);
            case SequenceStart -> items(event, depth);
            case MappingStart -> fields(event, depth);
            default -> throw fault(event, "layouts.syntax");
        };
    }

    private static Node.Scalar scalar(ScalarEvent event) {
        return new Node.Scalar(event.getValue(), event.isPlain(), spot(event));
    }

    private Node items(Event start, int depth) throws Unreadable {
        List<Node> all = new ArrayList<>();
        for (Event each = next(); each.getEventId() != Event.ID.SequenceEnd; each = next()) {
            all.add(node(each, depth + 1));
        }
        return new Node.Items(List.copyOf(all), spot(start));
    }

    private Node fields(Event start, int depth) throws Unreadable {
        Map<String, Node.Field> all = new LinkedHashMap<>();
        for (Event each = next(); each.getEventId() != Event.ID.MappingEnd; each = next()) {
            if (!(node(each, depth + 1) instanceof Node.Scalar name)
                    || name.text().length() > LayoutReader.LONGEST_NAME) {
                throw fault(each, "layouts.key");
            }
            Node value = node(next(), depth + 1);
            if (all.putIfAbsent(name.text(), new Node.Field(name.spot(), value)) != null) {
                throw new Unreadable(Fault.at(name.spot(), "layouts.twice", name.text()));
            }
        }
        return new Node.Fields(all, spot(start));
    }

    private Event next() throws Unreadable {
        try {
            return events.next();
        } catch (MarkedYamlEngineException wrong) {
            Optional<Mark> mark = wrong.getProblemMark().or(wrong::getContextMark);
            throw new Unreadable(Fault.at(mark.map(Nodes::spot).orElse(Spot.WHOLE), "layouts.syntax"));
        } catch (ReaderException odd) {
            throw new Unreadable(Fault.at(spot(odd.getPosition()), "layouts.character"));
        } catch (RuntimeException other) {
            // whatever a library makes of a spoilt text, it is the text that is spoilt
            throw new Unreadable(Fault.at(Spot.WHOLE, "layouts.syntax"));
        }
    }

    private static Unreadable fault(Event event, String textKey, Object... args) {
        return new Unreadable(Fault.at(spot(event), textKey, args));
    }

    private static Spot spot(Event event) {
        return event.getStartMark().map(Nodes::spot).orElse(Spot.WHOLE);
    }

    private static Spot spot(Mark mark) {
        return new Spot(mark.getLine() + 1, mark.getColumn() + 1);
    }

    /** Of a character by its number from 0. */
    private Spot spot(int position) {
        int end = text.offsetByCodePoints(0, Math.clamp(position, 0, text.codePointCount(0, text.length())));
        int line = 1
                + (int) text.substring(0, end)
                        .chars()
                        .filter(each -> each == '\n')
                        .count();
        int begin = text.lastIndexOf('\n', end - 1) + 1;
        return new Spot(line, text.codePointCount(begin, end) + 1);
    }
}
