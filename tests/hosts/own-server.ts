import { staticServer } from '../../src/bridge/http/static-server.ts'

/** `FOLDER PORT`: the server behind `npm start`, `helo-world` and the class, for the files below a folder. */
const [root = '', port] = process.argv.slice(2)
staticServer(root).listen(Number(port), '127.0.0.1')
