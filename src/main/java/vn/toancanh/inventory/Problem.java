package vn.toancanh.inventory;

import java.util.List;

/**
 * One thing wrong with a list of cameras.
 *
 * @param line line of the file, from 1; 0 where it concerns the file as a whole. In GeoJSON the place of the feature, from 1
 * @param column the column's or property's name as the file writes it, empty where it concerns the whole line
 * @param textKey key of the message
 * @param args values for the message; never a secret
 */
public record Problem(int line, String column, String textKey, List<Object> args) {
    public Problem {
        args = List.copyOf(args);
    }
}
