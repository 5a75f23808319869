package vn.toancanh.server.layouts;

import tools.jackson.databind.JsonNode;

/**
 * Looks whether the words that the contract has for a cell's content are what it says. What only a later version knows is kept as
 * it is.
 */
final class ContentCheck {
    private static final int MOST_WORD = 64;
    private static final int MOST_PLACE = 128;
    private static final int MOST_ITEMS = 100;
    private static final int MOST_SECONDS = 3600;

    /** What is asked for where it does not hold, for people. */
    static final String ASKED = "cameraId, role and fit are text of at most " + MOST_WORD
            + ", from is text of at most " + MOST_PLACE + ", turn is a number, items are at most " + MOST_ITEMS
            + " with a cameraId and 1 to " + MOST_SECONDS
            + " seconds";

    private ContentCheck() {}

    /** @param inFile a file names cameras of items by their numbers, too, which {@link LayoutFolder} translates later */
    static boolean holds(JsonNode content, boolean inFile) {
        return word(content, "cameraId")
                && word(content, "role")
                && word(content, "fit")
                && text(content, "from", MOST_PLACE)
                && (content.path("turn").isMissingNode() || isInt(content.path("turn")))
                && items(content.path("items"), inFile);
    }

    private static boolean word(JsonNode content, String name) {
        return text(content, name, MOST_WORD);
    }

    private static boolean text(JsonNode content, String name, int most) {
        JsonNode value = content.path(name);
        return value.isMissingNode() || (value.isString() && value.asString().length() <= most);
    }

    private static boolean isWord(JsonNode value) {
        return value.isString() && value.asString().length() <= MOST_WORD;
    }

    private static boolean isInt(JsonNode value) {
        return value.isIntegralNumber() && value.canConvertToInt();
    }

    private static boolean items(JsonNode items, boolean inFile) {
        return items.isMissingNode()
                || (items.isArray()
                        && items.size() <= MOST_ITEMS
                        && items.valueStream().allMatch(item -> item(item, inFile)));
    }

    private static boolean item(JsonNode item, boolean inFile) {
        boolean named = isWord(item.path("cameraId")) || (inFile && isInt(item.path("number")));
        JsonNode seconds = item.path("seconds");
        return item.isObject()
                && named
                && (seconds.isMissingNode()
                        || (isInt(seconds) && seconds.asInt() >= 1 && seconds.asInt() <= MOST_SECONDS));
    }
}
