export {json_lines, json_open, json_decode, json_close, json_drop} from './decode';
export {json_index} from './object';
