package vn.toancanh.catalogue;

import java.util.List;
import vn.toancanh.model.Camera;

/**
 * A camera that matches all words of a query.
 *
 * @param rank why it stands where it stands
 * @param highlights what matched, by field and then by place; marks of one text do not overlap
 */
public record SearchHit(Camera camera, Rank rank, List<Highlight> highlights) {
    /** Best first. */
    public enum Rank {
        /** The query is the camera's number. */
        NUMBER,
        /** The number begins with the query. */
        NUMBER_START,
        /** The name begins with the query. */
        NAME_START,
        /** Every word begins a word of the name. */
        NAME_WORD,
        /** Some word is found only in the number, a tag or the name of a site. */
        ELSEWHERE
    }

    public SearchHit {
        highlights = List.copyOf(highlights);
    }
}
