package vn.toancanh.catalogue;

import java.util.List;

/**
 * What a search found.
 *
 * @param query as it was typed
 * @param hits the best, at most as many as asked for
 * @param total how many cameras match in all
 */
public record SearchResult(String query, List<SearchHit> hits, int total) {
    public SearchResult {
        hits = List.copyOf(hits);
    }
}
