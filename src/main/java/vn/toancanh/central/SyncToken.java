package vn.toancanh.central;

import java.util.Optional;

/**
 * What is known of a server's catalogue, as one line that the cache keeps.
 *
 * @param instance of the server's data; another one has nothing in common with this
 * @param revision the catalogue's, as of the first page
 * @param sitesTag ETag of the sites, may be empty
 */
record SyncToken(String instance, long revision, String sitesTag) {
    String text() {
        return revision + " " + instance.replace(' ', '_') + " " + sitesTag;
    }

    static Optional<SyncToken> parse(String text) {
        String[] parts = text.split(" ", 3);
        if (parts.length < 3 || !parts[0].matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        return Optional.of(new SyncToken(parts[1], Long.parseLong(parts[0]), parts[2]));
    }
}
