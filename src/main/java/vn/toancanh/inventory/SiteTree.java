package vn.toancanh.inventory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Folding;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;

/**
 * Sites from paths such as {@code Hà Nội / Phường Hoàn Kiếm}. A site's id follows from its path alone, so that the same
 * list read twice, or a second list, names the same sites.
 */
final class SiteTree {
    private static final int SLUG = 48;

    private final Map<String, Site> sites = new LinkedHashMap<>();

    /** The site of a path; those above it are made too. Null where the path is empty or a name is too long. */
    @Nullable
    SiteId of(String path) {
        @Nullable SiteId parent = null;
        StringBuilder whole = new StringBuilder();
        for (String part : path.split("[/>\\\\]", -1)) {
            String name = Normalizer.normalize(part.strip().replaceAll("\\s+", " "), Normalizer.Form.NFC);
            if (name.length() > 200) {
                return null;
            }
            if (!name.isEmpty()) {
                whole.append('/').append(name);
                SiteId id = id(name, whole.toString());
                sites.putIfAbsent(id.value(), new Site(id, parent, name));
                parent = id;
            }
        }
        return parent;
    }

    private static SiteId id(String name, String path) {
        String slug = Folding.fold(name).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String head = slug.length() > SLUG ? slug.substring(0, SLUG) : slug;
        return new SiteId((head.isEmpty() ? "s" : head) + "-" + digest(path));
    }

    private static String digest(String path) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(path.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 5);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
        }
    }

    List<Site> sites() {
        return List.copyOf(sites.values());
    }
}
