package vn.toancanh.inventory;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Folding;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraEntry;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CameraPlace;
import vn.toancanh.model.CameraState;
import vn.toancanh.model.GeoPoint;
import vn.toancanh.model.SiteId;

/** Makes cameras of values, and problems of what is wrong with them. One reader a file, for what must be unique in it. */
final class EntryReader {
    private static final int LONGEST_NAME = 200;
    private static final int MOST_TAGS = 32;

    private final Problems problems;
    private final SiteTree sites;
    private final Map<Integer, Integer> lineOfNumber = new HashMap<>();
    private final Map<String, Integer> lineOfId = new HashMap<>();
    private final List<CameraEntry> entries = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();

    EntryReader(Problems problems, SiteTree sites) {
        this.problems = problems;
        this.sites = sites;
    }

    List<CameraEntry> entries() {
        return entries;
    }

    List<Integer> lines() {
        return lines;
    }

    void read(int line, Values values) {
        problems.at(line);
        int before = problems.count();
        @Nullable Integer number = number(line, values);
        @Nullable CameraId id = id(line, values, number);
        @Nullable String name = text(values, Column.NAME);
        @Nullable SiteId site = site(values);
        List<String> tags = tags(values);
        @Nullable CameraPlace place = place(values);
        boolean ptz = flag(values);
        StreamReader.Streams streams = new StreamReader(problems).read(values);
        @Nullable URI head = new HeadReader(problems).read(values);
        if (problems.count() == before && id != null && name != null && site != null) {
            Camera camera =
                    new Camera(id, number, name, site, tags, place, CameraState.UNKNOWN, ptz, streams.profiles(), 0);
            entries.add(new CameraEntry(camera, streams.sources(), head));
            lines.add(line);
        }
    }

    private @Nullable Integer number(int line, Values values) {
        @Nullable String text = values.get(Column.NUMBER);
        if (text == null) {
            return null;
        }
        if (!text.matches("0*[1-9]\\d{0,5}")) {
            problems.add(values.header(Column.NUMBER), "inventory.badCameraNumber", text);
            return null;
        }
        int number = Integer.parseInt(text);
        @Nullable Integer other = lineOfNumber.putIfAbsent(number, line);
        if (other != null) {
            problems.add(values.header(Column.NUMBER), "inventory.duplicateNumber", String.valueOf(number), other);
        }
        return number;
    }

    private @Nullable CameraId id(int line, Values values, @Nullable Integer number) {
        @Nullable String text = values.get(Column.ID);
        if (text == null && number == null) {
            if (values.get(Column.NUMBER) == null) {
                problems.add("", "inventory.noIdentity");
            }
            return null;
        }
        String id = text == null ? "c-" + number : text;
        if (id.length() > 64 || !id.matches("[A-Za-z0-9._:-]+")) {
            problems.add(values.header(Column.ID), "inventory.badId", shown(id));
            return null;
        }
        @Nullable Integer other = lineOfId.putIfAbsent(id, line);
        // A number given twice has been named already, and its id follows from it; another row's id may still be the
        // same.
        boolean named = text == null && !Objects.equals(lineOfNumber.get(number), line);
        if (other != null && !named) {
            problems.add(values.header(Column.ID), "inventory.duplicateId", id, other);
        }
        return new CameraId(id);
    }

    private @Nullable String text(Values values, Column column) {
        @Nullable String text = values.get(column);
        if (text == null) {
            problems.add(values.header(column), "inventory.missingValue");
        } else if (text.length() > LONGEST_NAME) {
            problems.add(values.header(column), "inventory.tooLong", LONGEST_NAME);
        }
        return text;
    }

    private @Nullable SiteId site(Values values) {
        @Nullable String path = values.get(Column.SITE);
        @Nullable SiteId site = path == null ? null : sites.of(path);
        if (path == null) {
            problems.add(values.header(Column.SITE), "inventory.missingValue");
        } else if (site == null) {
            problems.add(values.header(Column.SITE), "inventory.badSite", shown(path));
        }
        return site;
    }

    private List<String> tags(Values values) {
        @Nullable String text = values.get(Column.TAGS);
        List<String> tags = new ArrayList<>();
        for (String tag : text == null ? new String[0] : text.split("[|,;]", -1)) {
            String plain = tag.strip();
            if (plain.length() > 64) {
                problems.add(values.header(Column.TAGS), "inventory.tooLong", 64);
            } else if (!plain.isEmpty() && !tags.contains(plain)) {
                tags.add(plain);
            }
        }
        if (tags.size() > MOST_TAGS) {
            problems.add(values.header(Column.TAGS), "inventory.tooManyTags", MOST_TAGS);
        }
        return tags;
    }

    private @Nullable CameraPlace place(Values values) {
        @Nullable Double lat = Numbers.in(values, Column.LAT, -90, 90, problems);
        @Nullable Double lon = Numbers.in(values, Column.LON, -180, 180, problems);
        @Nullable Double heading = Numbers.in(values, Column.HEADING, 0, 360, problems);
        @Nullable Double fov = Numbers.in(values, Column.FOV, Double.MIN_NORMAL, 360, problems);
        @Nullable Double range = Numbers.in(values, Column.RANGE, 0, 100_000, problems);
        boolean half = (values.get(Column.LAT) == null) != (values.get(Column.LON) == null);
        if (half) {
            problems.add(
                    values.header(values.get(Column.LAT) == null ? Column.LAT : Column.LON), "inventory.halfPlace");
        }
        if (lat == null || lon == null) {
            return null;
        }
        return new CameraPlace(new GeoPoint(lat, lon), heading == null ? null : heading % 360, fov, range);
    }

    private boolean flag(Values values) {
        @Nullable String text = values.get(Column.PTZ);
        if (text == null) {
            return false;
        }
        return switch (Folding.fold(text)) {
            case "1", "true", "yes", "y", "x", "co", "ptz" -> true;
            case "0", "false", "no", "n", "khong", "fixed", "co dinh" -> false;
            default -> {
                problems.add(values.header(Column.PTZ), "inventory.badFlag", shown(text));
                yield false;
            }
        };
    }

    /** A value for a message, no longer than a message bears. */
    static String shown(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", " ");
        return plain.length() > 60 ? plain.substring(0, 60) + "…" : plain;
    }
}
