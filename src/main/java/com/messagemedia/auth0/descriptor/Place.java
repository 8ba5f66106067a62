package com.messagemedia.auth0.descriptor;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A stretch of the file, lines and columns counted from 0 in code points, as SnakeYAML counts them.
 *
 * @param line the first line
 * @param column where it begins
 * @param endLine the last line
 * @param endColumn where it ends, exclusive
 */
record Place(int line, int column, int endLine, int endColumn) {

    static Place of(Node node) {
        return between(node.getStartMark(), node.getEndMark());
    }

    static Place between(Mark start, Mark end) {
        return new Place(start.getLine(), start.getColumn(), end.getLine(), end.getColumn());
    }

    static Place at(Mark mark) {
        return between(mark, mark);
    }

    boolean isEmpty() {
        return line == endLine && column == endColumn;
    }
}
